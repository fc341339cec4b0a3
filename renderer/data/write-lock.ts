// One writer at a time in all windows of a workspace: whoever writes, replays or saves the view stands in line here.

export function withWriteLock<T>(workspaceId: string, task: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`chancery-write-${workspaceId}`, task);
}

/** Answers as soon as `task` says what, by its argument; the line moves on when it has ended. What it throws before is thrown. */
export function answeredInTurn<A>(
  workspaceId: string,
  task: (tell: (answer: A) => void) => Promise<void>,
): Promise<A> {
  const { promise, resolve, reject } = Promise.withResolvers<A>();
  withWriteLock(workspaceId, () => task(resolve)).catch(reject);
  return promise;
}
