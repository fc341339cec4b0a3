// What nobody foresaw ends here: said in words, nothing lost, a way on.
import { Component, type ReactNode } from "react";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./error-boundary.module.css";

interface Props {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Broken error={this.state.error} />;
  }
}

function Broken({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useText();
  return (
    <div className={css["broken"]}>
      <Callout
        tone="danger"
        title={t("app.broken.title")}
        actions={<Button onPress={() => location.reload()}>{t("app.broken.reload")}</Button>}
      >
        <p>{t("app.broken.text")}</p>
        <details>
          <summary>{t("app.broken.details")}</summary>
          <pre className={css["details"]}>
            {error instanceof Error ? (error.stack ?? error.message) : String(error)}
          </pre>
        </details>
      </Callout>
    </div>
  );
}
