// The loopback host under attack: what is not our own page, asking properly, gets a status and no word.
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Services } from "#core/host/contract.ts";
import { lineCloses, linePath, lineProtocol } from "#core/host/line.ts";
import { type PageFiles, safetyHeaders } from "#core/host/page.ts";
import { maxRequestBytes, pack } from "#core/host/wire.ts";
import { loopbackBridge, openSession } from "#host/loopback.ts";
import { memoryHost } from "#host/memory.ts";
import { type HttpHost, openHttpHost } from "./http-host.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const page: PageFiles = new Map([
  ["/", { mime: "text/html; charset=utf-8", bytes: utf8("<!doctype html>page") }],
  ["/assets/app.js", { mime: "text/javascript; charset=utf-8", bytes: utf8("script") }],
]);

let host: HttpHost;
let port: string;
let token: string;
let refusedCodes: string[];
let openPages: number[];
beforeAll(async () => {
  refusedCodes = [];
  openPages = [];
  host = await openHttpHost({
    services: memoryServices(),
    page,
    port: 0,
    report: (error) => {
      throw error;
    },
    onPages: (open) => openPages.push(open),
    onRefusedCode: (why) => refusedCodes.push(why),
  });
  port = new URL(host.origin).port;
  token = (await openSession(newCode(), host.origin)) ?? "";
});
afterAll(() => host.close());

/** Services that answer, so that a request that should not pass would be seen to. */
function memoryServices(): Services {
  const memory = memoryHost();
  const call = (method: string) => async (ask: never) => {
    const answer = await memory.call(method as "app.info", ask);
    if (answer.ok) return answer.value;
    throw new Error(answer.code);
  };
  return new Proxy({} as Services, { get: (_services, method) => call(String(method)) });
}

function newCode(): string {
  return new URL(host.newAddress()).hash.replace("#launch=", "");
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends bytes as they are and answers what came back until the host closed or fell silent. */
function raw(text: string, waitMs = 1500): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port: Number(port) });
    let got = "";
    const end = (): void => {
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(got)?.[1] ?? 0), text: got });
    };
    socket.setTimeout(waitMs, end);
    socket.on("data", (chunk) => (got += chunk.toString("latin1")));
    socket.on("error", end);
    socket.on("close", end);
    socket.write(text, "latin1");
  });
}

interface Head {
  readonly method?: string;
  readonly path?: string;
  /** In place of or beside the proper ones; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly more?: readonly string[];
  readonly body?: string;
}

function request({
  method = "POST",
  path = "/session",
  headers = {},
  more = [],
  body = "guess",
}: Head): string {
  const proper: Record<string, string | null> = {
    Host: `127.0.0.1:${port}`,
    "X-Chancery": "1",
    "Content-Type": "application/octet-stream",
    ...headers,
  };
  const length = method === "GET" ? [] : [`Content-Length: ${body.length}`];
  const head = [`${method} ${path} HTTP/1.1`, ...spelled(proper), ...more, ...length, "Connection: close"];
  return `${head.join("\r\n")}\r\n\r\n${method === "GET" ? "" : body}`;
}

const get = (path: string, headers: Record<string, string | null> = {}): string =>
  request({ method: "GET", path, headers: { "X-Chancery": null, "Content-Type": null, ...headers } });

/** The opening of a line, as our own page's browser sends it. */
function opening({ method = "GET", path = linePath, headers = {}, more = [] }: Head): string {
  const proper: Record<string, string | null> = {
    Host: `127.0.0.1:${port}`,
    Origin: host.origin,
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Protocol": `${lineProtocol}, ${token}`,
    ...headers,
  };
  return `${[`${method} ${path} HTTP/1.1`, ...spelled(proper), ...more].join("\r\n")}\r\n\r\n`;
}

function spelled(headers: Readonly<Record<string, string | null>>): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
}

/** How a line with these protocols ends for its page: the close code. */
function closeOf(protocols: readonly string[], send?: Uint8Array<ArrayBuffer> | string): Promise<number> {
  return new Promise((resolve) => {
    const line = new WebSocket(host.origin.replace("http", "ws") + linePath, [...protocols]);
    line.addEventListener("close", ({ code }) => resolve(code));
    line.addEventListener("error", () => undefined);
    if (send !== undefined) line.addEventListener("open", () => line.send(send));
  });
}

describe("what is let through", () => {
  test("a line for our own script, which is answered on it", async () => {
    const answer = await raw(opening({ headers: { "Sec-Fetch-Site": "same-origin" } }));
    expect(answer.status).toBe(101);
    expect(answer.text).toContain(`Sec-WebSocket-Protocol: ${lineProtocol}`);
    const bridge = loopbackBridge(token, host.origin);
    expect(await bridge.call("app.info", {})).toMatchObject({ ok: true, value: { host: "memory" } });
    bridge.close();
  });

  test.each([
    ["the page", "/", {}],
    ["the page, typed in", "/", { "Sec-Fetch-Site": "none" }],
    ["a script of the page", "/assets/app.js", { "Sec-Fetch-Site": "same-origin" }],
    [
      "the page, arrived at from the launch file",
      "/",
      { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" },
    ],
  ])("%s", async (_name, path, headers) => {
    const answer = await raw(get(path, headers));
    expect(answer.status).toBe(200);
    for (const [name, value] of Object.entries(safetyHeaders))
      expect(answer.text).toContain(`${name}: ${value}`);
  });
});

describe("what is refused, with an empty body", () => {
  const navigate = { "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" };
  const cases: readonly [string, () => string, number][] = [
    // Foreign names for this machine
    ["Host localhost", () => opening({ headers: { Host: `localhost:${port}` } }), 421],
    ["Host of a rebound name", () => opening({ headers: { Host: `evil.test:${port}` } }), 421],
    ["Host without port", () => opening({ headers: { Host: "127.0.0.1" } }), 421],
    ["Host with another port", () => opening({ headers: { Host: "127.0.0.1:1" } }), 421],
    ["Host with a dot at the end", () => opening({ headers: { Host: `127.0.0.1.:${port}` } }), 421],
    ["Host in IPv6", () => opening({ headers: { Host: `[::1]:${port}` } }), 421],
    ["Host in another spelling", () => opening({ headers: { Host: `127.1:${port}` } }), 421],
    ["Host 0.0.0.0", () => opening({ headers: { Host: `0.0.0.0:${port}` } }), 421],
    ["Host with credentials", () => opening({ headers: { Host: `a@127.0.0.1:${port}` } }), 421],
    ["Host empty", () => opening({ headers: { Host: "" } }), 421],
    ["Host twice", () => opening({ more: [`Host: 127.0.0.1:${port}`] }), 421],
    ["Host twice, the second foreign", () => opening({ more: ["Host: evil.test"] }), 421],
    ["the page under a foreign Host", () => get("/", { Host: `evil.test:${port}` }), 421],
    // Foreign origins
    ["Origin of another site", () => opening({ headers: { Origin: "https://evil.test" } }), 403],
    ["Origin null", () => opening({ headers: { Origin: "null" } }), 403],
    ["Origin with another port", () => opening({ headers: { Origin: "http://127.0.0.1:1" } }), 403],
    ["Origin https", () => opening({ headers: { Origin: `https://127.0.0.1:${port}` } }), 403],
    ["Origin localhost", () => opening({ headers: { Origin: `http://localhost:${port}` } }), 403],
    [
      "Origin that only begins like ours",
      () => opening({ headers: { Origin: `http://127.0.0.1:${port}.evil.test` } }),
      403,
    ],
    ["Origin twice", () => opening({ more: [`Origin: ${host.origin}`] }), 403],
    ["no Origin on a line", () => opening({ headers: { Origin: null } }), 403],
    ["a session for another origin", () => request({ headers: { Origin: "https://evil.test" } }), 403],
    ["the page for another origin", () => get("/", { Origin: "https://evil.test" }), 403],
    // Foreign contexts
    ["a line from another site", () => opening({ headers: { "Sec-Fetch-Site": "cross-site" } }), 403],
    [
      "a line from the same site, another port",
      () => opening({ headers: { "Sec-Fetch-Site": "same-site" } }),
      403,
    ],
    [
      "a script of ours in another page",
      () => get("/assets/app.js", { "Sec-Fetch-Site": "cross-site" }),
      403,
    ],
    [
      "a script of ours by navigation from another site",
      () => get("/assets/app.js", { "Sec-Fetch-Site": "cross-site", ...navigate }),
      403,
    ],
    [
      "our page in another's frame",
      () =>
        get("/", {
          "Sec-Fetch-Site": "cross-site",
          "Sec-Fetch-Mode": "navigate",
          "Sec-Fetch-Dest": "iframe",
        }),
      403,
    ],
    [
      "our page as another's image",
      () => get("/", { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "image" }),
      403,
    ],
    [
      "a form posted from another site",
      () => request({ path: "/", headers: { "Sec-Fetch-Site": "cross-site", ...navigate } }),
      403,
    ],
    // No or wrong proof
    ["a line without our protocol", () => opening({ headers: { "Sec-WebSocket-Protocol": null } }), 403],
    ["a line with the token alone", () => opening({ headers: { "Sec-WebSocket-Protocol": token } }), 403],
    ["our protocol twice", () => opening({ more: [`Sec-WebSocket-Protocol: ${lineProtocol}`] }), 403],
    ["without our header", () => request({ headers: { "X-Chancery": null } }), 403],
    ["with our header wrong", () => request({ headers: { "X-Chancery": "2" } }), 403],
    ["a form's content type", () => request({ headers: { "Content-Type": "text/plain" } }), 403],
    [
      "a form's other content type",
      () => request({ headers: { "Content-Type": "application/x-www-form-urlencoded" } }),
      403,
    ],
    ["no content type", () => request({ headers: { "Content-Type": null } }), 403],
    [
      "a content type with more",
      () => request({ headers: { "Content-Type": "application/octet-stream; x=y" } }),
      403,
    ],
    ["a code that was never given", () => request({}), 403],
    // Methods and paths
    ["a line elsewhere", () => opening({ path: "/" }), 404],
    ["a line with more in its address", () => opening({ path: `${linePath}?token=${token}` }), 404],
    ["a line by POST", () => opening({ method: "POST" }), 403],
    ["a line of an older version", () => opening({ headers: { "Sec-WebSocket-Version": "7" } }), 400],
    ["a line without a key", () => opening({ headers: { "Sec-WebSocket-Key": null } }), 400],
    ["an upgrade to something else", () => opening({ headers: { Upgrade: "h2c" } }), 400],
    ["OPTIONS", () => request({ method: "OPTIONS" }), 405],
    ["PUT", () => request({ method: "PUT" }), 405],
    ["DELETE", () => request({ method: "DELETE" }), 405],
    ["HEAD", () => request({ method: "HEAD" }), 405],
    ["TRACE", () => request({ method: "TRACE" }), 405],
    [
      "a preflight",
      () =>
        request({
          method: "OPTIONS",
          headers: { Origin: host.origin, "Access-Control-Request-Method": "POST" },
        }),
      405,
    ],
    ["an address in full", () => request({ path: `http://127.0.0.1:${port}/session` }), 400],
    ["an address in full, foreign", () => request({ method: "GET", path: "http://evil.test/" }), 400],
    ["GET of a session", () => get("/session", { "X-Chancery": "1" }), 404],
    ["POST elsewhere", () => request({ path: "/assets/app.js" }), 404],
    ["a path upwards", () => get("/../../etc/passwd"), 404],
    ["a path upwards, encoded", () => get("/%2e%2e/%2e%2e/etc/passwd"), 404],
    ["a path upwards, backwards", () => get("/..\\..\\windows\\win.ini"), 404],
    ["a path with NUL", () => get("/%00"), 404],
    ["a double slash", () => get("//assets/app.js"), 404],
    ["a query on a file", () => get("/assets/app.js?x"), 404],
    ["a file that is not in the page", () => get("/package.json"), 404],
    ["object's insides as a path", () => get("/__proto__"), 404],
    // Too much
    ["headers of 9 KB", () => request({ more: [`X-Long: ${"x".repeat(9000)}`] }), 431],
    [
      "a body said to be 1 GB",
      () => request({ body: "x" }).replace("Content-Length: 1", "Content-Length: 1073741824"),
      413,
    ],
  ];

  test.each(cases)("%s", async (_name, make, status) => {
    const answer = await raw(make());
    expect(answer.status).toBe(status);
    expect(answer.text.toLowerCase()).not.toContain("access-control-");
    expect(answer.text.split("\r\n\r\n").slice(1).join("")).toBe("");
  });

  test.each([
    ["two lengths", (body: string) => [`Content-Length: ${body.length}`, "Content-Length: 3"]],
    ["a length and chunks", () => ["Transfer-Encoding: chunked"]],
  ])("a smuggled second request: %s", async (_name, more) => {
    const refused = refusedCodes.length;
    const first = request({ more: more(""), headers: {} });
    const answer = await raw(first + request({}));
    expect([0, 400]).toContain(answer.status);
    expect(refusedCodes).toHaveLength(refused);
  });

  test("no Host at all", async () => {
    expect((await raw(request({ headers: { Host: null } }))).status).toBe(400);
  });

  test.each([
    ["no token", () => [lineProtocol]],
    ["a wrong token", () => [lineProtocol, "x".repeat(43)]],
    ["the token's beginning", () => [lineProtocol, token.slice(0, 30)]],
    ["the token and more", () => [lineProtocol, token, "more"]],
    ["a wrong token before the right one", () => [lineProtocol, "x".repeat(43), token]],
  ])("a line with %s is closed before it is heard", async (_name, protocols) => {
    const pages = openPages.length;
    expect(await closeOf(protocols(), pack({ id: 0, method: "app.info", ask: {} }, utf8))).toBe(
      lineCloses.noSession,
    );
    expect(openPages).toHaveLength(pages);
  });

  test("a tunnel is not dug", async () => {
    const answer = await raw(`CONNECT evil.test:443 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    expect(answer.status).not.toBe(200);
  });
});

describe("messages that are no ask close their line", () => {
  test.each<[string, Uint8Array<ArrayBuffer> | string]>([
    ["nothing", new Uint8Array()],
    ["text", "hello"],
    ["an ask as text", JSON.stringify({ id: 0, method: "app.info", ask: {} })],
    ["a length that lies", new Uint8Array([255, 255, 255, 127, 123, 125])],
    ["no UTF-8", new Uint8Array([2, 0, 0, 0, 255, 254])],
    ["no id", pack({ method: "app.info", ask: {} }, utf8)],
    ["a negative id", pack({ id: -1, method: "app.info", ask: {} }, utf8)],
    ["a method that is no name", pack({ id: 0, method: ["app.info"], ask: {} }, utf8)],
    ["more than an ask", pack({ id: 0, method: "app.info", ask: {}, token: "x" }, utf8)],
    ["an answer", pack({ id: 0, result: { ok: true, value: null } }, utf8)],
  ])("%s", async (_name, message) => {
    expect(await closeOf([lineProtocol, token], message)).toBe(lineCloses.badMessage);
  });

  test("one that is too large", async () => {
    expect(await closeOf([lineProtocol, token], new Uint8Array(maxRequestBytes + 1))).toBe(1009);
  });
});

describe("asks on one line", () => {
  test("a method that is not there and an ask of a wrong shape are answered, and the line stays", async () => {
    const bridge = loopbackBridge(token, host.origin);
    expect(await bridge.call("__proto__" as "app.info", {})).toMatchObject({
      ok: false,
      code: "host/unknown-method",
    });
    expect(await bridge.call("workspace.open", { id: 7 as never })).toMatchObject({
      ok: false,
      code: "host/bad-ask",
    });
    expect(await bridge.call("app.info", {})).toMatchObject({ ok: true });
    bridge.close();
  });

  test("answers find their asks, whatever their order", async () => {
    const bridge = loopbackBridge(token, host.origin);
    const [list, info, again] = await Promise.all([
      bridge.call("workspace.list", {}),
      bridge.call("app.info", {}),
      bridge.call("workspace.list", {}),
    ]);
    expect(info).toMatchObject({ ok: true, value: { host: "memory" } });
    expect(list).toMatchObject({ ok: true });
    expect(again).toEqual(list);
    bridge.close();
  });
});

describe("launch codes", () => {
  test("open one session each", async () => {
    const code = newCode();
    expect(await openSession(code, host.origin)).toMatch(/^[\w-]{43}$/);
    expect(await openSession(code, host.origin)).toBeNull();
    expect(refusedCodes.at(-1)).toBe("used");
  });

  test.each(["", "x", "A".repeat(22), "é".repeat(500)])("a guess is refused: %j", async (guess) => {
    expect(await openSession(guess, host.origin)).toBeNull();
    expect(refusedCodes.at(-1)).toBe("unknown");
  });

  test("a form cannot exchange one", async () => {
    const code = newCode();
    const answer = await raw(
      request({ path: "/session", headers: { "Content-Type": "text/plain" }, body: code }),
    );
    expect(answer.status).toBe(403);
    expect(await openSession(code, host.origin)).not.toBeNull();
  });

  test("another session's token does as well, a made-up one does not", async () => {
    const second = loopbackBridge((await openSession(newCode(), host.origin)) ?? "", host.origin);
    expect(await second.call("app.info", {})).toMatchObject({ ok: true });
    second.close();
    const guessed = loopbackBridge("A".repeat(43), host.origin);
    expect(await guessed.call("app.info", {})).toMatchObject({ ok: false, code: "host/no-session" });
    guessed.close();
  });
});

describe("events", () => {
  test("reach every page that listens, and pages are counted", async () => {
    const [one, two] = [loopbackBridge(token, host.origin), loopbackBridge(token, host.origin)];
    const heard: string[] = [];
    await new Promise<void>((resolve) => {
      one.on("menu.command", ({ id }) => {
        heard.push(`one ${id}`);
        if (heard.length >= 2) resolve();
      });
      two.on("menu.command", ({ id }) => {
        heard.push(`two ${id}`);
        if (heard.length >= 2) resolve();
      });
      const ready = setInterval(() => {
        if (openPages.at(-1) !== 2) return;
        clearInterval(ready);
        host.announce("menu.command", { id: "go.posts" });
      }, 5);
    });
    expect(heard.sort()).toEqual(["one go.posts", "two go.posts"]);
    one.close();
    two.close();
    await expect.poll(() => openPages.at(-1)).toBe(0);
  });

  test("a host that is gone is unreachable, not an exception", async () => {
    const other = await openHttpHost({
      services: memoryServices(),
      page,
      port: 0,
      report: () => undefined,
      onPages: () => undefined,
      onRefusedCode: () => undefined,
    });
    const code = new URL(other.newAddress()).hash.replace("#launch=", "");
    const bridge = loopbackBridge((await openSession(code, other.origin)) ?? "", other.origin);
    expect(await bridge.call("app.info", {})).toMatchObject({ ok: true });
    await other.close();
    expect(await bridge.call("app.info", {})).toMatchObject({ ok: false, code: "host/unreachable" });
    bridge.close();
  });

  test("a port that is taken is not exchanged for another", async () => {
    const again = openHttpHost({
      services: memoryServices(),
      page,
      port: Number(port),
      report: () => undefined,
      onPages: () => undefined,
      onRefusedCode: () => undefined,
    });
    await expect(again).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
