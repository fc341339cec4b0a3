// What a component stands in when a browser test draws it: styles, texts, commands, notices, a fixed size.
import "../tokens/all.css";
import type { CSSProperties, ReactNode } from "react";
import { page } from "vitest/browser";
import { I18nProvider } from "react-aria-components";
import { CommandProvider } from "../commands/command-provider.tsx";
import { NavigationProvider } from "../navigation.tsx";
import { ToastProvider } from "../overlays/toast.tsx";
import { TextProvider } from "../text/text-provider.tsx";

// The smallest size that counts; in a narrower page the stage would scroll the window and close what has opened.
await page.viewport(1024, 640);

export interface StageProps {
  readonly children: ReactNode;
  readonly navigate?: (path: string) => void;
  readonly isRtl?: boolean;
  /** Pixels of the place the component fills. */
  readonly width?: number;
  readonly height?: number;
}

function nowhere(): void {}

export function Stage({
  children,
  navigate = nowhere,
  isRtl = false,
  width = 800,
  height = 400,
}: StageProps) {
  const place: CSSProperties = {
    display: "flex",
    flexDirection: "column",
    inlineSize: width,
    blockSize: height,
  };
  const content = (
    <div dir={isRtl ? "rtl" : "ltr"} style={place}>
      {children}
    </div>
  );
  return (
    <TextProvider locale="en">
      <NavigationProvider navigate={navigate} hrefOf={(path) => `#${path}`}>
        <ToastProvider>
          <CommandProvider>
            {isRtl ? <I18nProvider locale="ar">{content}</I18nProvider> : content}
          </CommandProvider>
        </ToastProvider>
      </NavigationProvider>
    </TextProvider>
  );
}
