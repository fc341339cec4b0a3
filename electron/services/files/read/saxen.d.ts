// The part of saxen that is used; the package brings no types of its own.
declare module "saxen" {
  export class Parser {
    on(event: "error" | "attention", hear: (what: unknown) => void): this;
    on(
      event: "openTag",
      hear: (name: string, attributes: () => Record<string, string> | boolean) => void,
    ): this;
    on(event: "closeTag", hear: (name: string, decode: unknown, isOpenToo: boolean) => void): this;
    on(event: "text" | "cdata", hear: (text: string) => void): this;
    parse(xml: string): unknown;
  }
}
