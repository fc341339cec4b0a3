// A fingerprint as people read it to each other over the telephone.
import css from "./pouches-screen.module.css";

export function Fingerprint({ value }: { readonly value: string }) {
  return (
    <output className={css["fingerprint"]} translate="no" dir="ltr">
      {value}
    </output>
  );
}
