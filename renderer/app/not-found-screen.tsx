// An address that leads nowhere: said, with the way back.
import type { ReactNode } from "react";
import { links } from "#features/links.ts";
import { Button } from "#ui/controls/button.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";

export function NotFoundScreen(): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <EmptyState actions={<Button onPress={() => navigate(links.today())}>{t("app.notFound.today")}</Button>}>
      {t("app.notFound.text")}
    </EmptyState>
  );
}
