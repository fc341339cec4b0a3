// Faults the system tells of by a word: the word becomes the error's name, since the log leaves messages out.

export function namedFault(name: string): Error {
  const fault = new Error();
  fault.name = name;
  return fault;
}
