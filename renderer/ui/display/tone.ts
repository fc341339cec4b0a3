// The five meanings a colour can carry.

export type Tone = "info" | "success" | "warning" | "danger" | "neutral";
