// Versions of the data. An entry carries the version it was written under; older bodies are lifted step by step on reading.

/** Raised by one with every file added here. */
export const dataVersion = 1;
