// One writer at a time in all windows of a workspace: whoever writes, replays or saves the view stands in line here.

export function withWriteLock<T>(workspaceId: string, task: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`chancery-write-${workspaceId}`, task);
}
