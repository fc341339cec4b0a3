// The language of everything below: texts, direction, and React Aria's own labels.
import { useEffect, useLayoutEffect, useState, type ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { IntlProvider } from "react-intl";
import english from "#locales/en.json";
import { languages, type Language, type Messages } from "#locales/index.ts";

interface Loaded {
  readonly language: Language;
  readonly messages: Messages;
}

function languageOf(locale: string): Language | undefined {
  return (
    languages.find((language) => language.code === locale) ??
    languages.find((language) => language.code === locale.split("-")[0])
  );
}

const fallback: Loaded = { language: { code: "en", name: "English", dir: "ltr" }, messages: english };

function useLoaded(locale: string): Loaded {
  const [loaded, setLoaded] = useState<Loaded>(fallback);
  const language = languageOf(locale) ?? fallback.language;
  useEffect(() => {
    let wanted = true;
    const show = (messages: Messages) => {
      if (wanted) setLoaded({ language, messages: { ...english, ...messages } });
    };
    if (language.load === undefined) show({});
    // A language file that does not load rises to the error boundary: it is part of the app.
    else
      void language.load().then(show, (error: unknown) =>
        setLoaded(() => {
          throw error;
        }),
      );
    return () => {
      wanted = false;
    };
  }, [language]);
  return loaded;
}

export function TextProvider(props: { readonly locale: string; readonly children: ReactNode }) {
  const { language, messages } = useLoaded(props.locale);
  useLayoutEffect(() => {
    document.documentElement.lang = language.code;
    document.documentElement.dir = language.dir;
  }, [language]);
  return (
    <I18nProvider locale={language.code}>
      <IntlProvider locale={language.code} defaultLocale="en" messages={messages}>
        {props.children}
      </IntlProvider>
    </I18nProvider>
  );
}
