// Where the page begins.
import "./no-eval.ts";
import "./empty-markup.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "#ui/tokens/all.css";
import { App } from "./app.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root.");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
