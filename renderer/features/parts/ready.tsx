// Shows a live answer: a skeleton until it is there, its content, or the failure in words.
import type { ReactNode } from "react";
import type { Live } from "#data/use-live.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Skeleton } from "#ui/display/skeleton.tsx";
import { useFailureText } from "./failure-text.ts";

export function Ready<T>(props: {
  readonly live: Live<T>;
  readonly children: (value: T) => ReactNode;
}): ReactNode {
  const failureText = useFailureText();
  switch (props.live.state) {
    case "loading":
      return <Skeleton rows={8} />;
    case "failed":
      return <Callout tone="danger">{failureText(props.live.failure)}</Callout>;
    case "ready":
      return props.children(props.live.value);
  }
}
