// The language in force: the system's until a workspace says otherwise.
import { createContext, type ReactNode, useContext, useState } from "react";
import { languages } from "#locales/index.ts";
import { TextProvider } from "#ui/text/text-provider.tsx";

const SetLocaleContext = createContext<(locale: string) => void>(() => undefined);

/** Changes the language of everything shown. */
export function useSetLocale(): (locale: string) => void {
  return useContext(SetLocaleContext);
}

export function LocaleProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [locale, setLocale] = useState(systemLocale);
  return (
    <SetLocaleContext value={setLocale}>
      <TextProvider locale={locale}>{children}</TextProvider>
    </SetLocaleContext>
  );
}

function systemLocale(): string {
  const known = new Set(languages.map(({ code }) => code));
  const wanted = navigator.languages.map((tag) => tag.split("-")[0] ?? "").find((code) => known.has(code));
  return wanted ?? "en";
}
