// Optional props passed on: under exact optional types "undefined" may not stand for "not given".

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same props without those that are undefined. */
export function given<T extends object>(props: T): Given<T> {
  // The cast states what the filter does; TypeScript cannot follow entries by key.
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Given<T>;
}
