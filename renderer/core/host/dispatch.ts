// The one way an ask reaches a service: known method, checked ask, errors as values.
import { type Failure, done, failed, type Result } from "../lib/result.ts";
import { type Answers, asks, type Method, type Services } from "./contract.ts";
import { AppError } from "./errors.ts";

function isMethod(name: unknown): name is Method {
  return typeof name === "string" && Object.hasOwn(asks, name);
}

/**
 * Runs `method` with `ask`. Never throws: an expected failure keeps its code, anything else becomes
 * `host/unexpected` after `report` has seen it.
 */
export async function dispatch(
  services: Services,
  method: unknown,
  ask: unknown,
  report: (error: unknown) => void,
): Promise<Result<Answers[Method]>> {
  if (!isMethod(method)) return failed("host/unknown-method");
  const checked = asks[method].safeParse(ask);
  if (!checked.success) {
    return failed("host/bad-ask", { method, where: checked.error.issues[0]?.path.join(".") ?? "" });
  }
  try {
    const service = services[method] as (ask: unknown) => Promise<Answers[Method]>;
    return done(await service(checked.data));
  } catch (error) {
    return failureOf(error, report);
  }
}

function failureOf(error: unknown, report: (error: unknown) => void): Failure {
  if (error instanceof AppError) return failed(error.code, error.facts);
  report(error);
  return failed("host/unexpected");
}
