// Files that go with an engagement: those filed already, and those the form files with it. The draft keeps them.
import { useFormContext, useWatch } from "react-hook-form";
import type { EngagementLog } from "#core/rules/engagement-log.ts";
import { AttachmentList } from "../parts/attachment-list.tsx";
import { AttachmentPlace } from "../parts/attachment-place.tsx";
import { Attachments } from "../parts/attachments.tsx";
import type { LogCase } from "./log-case.ts";
import { useLogField } from "./log-fields.tsx";

export function AttachmentField({ known }: { readonly known: LogCase }) {
  const { before } = known;
  // What is filed changes at once, as on the engagement's own page.
  if (before !== null) {
    return (
      <Attachments
        record={{ table: "engagements", id: before.id }}
        scope={before.scope}
        marking={before.marking}
        level={3}
      />
    );
  }
  return <NewAttachments />;
}

function NewAttachments() {
  const form = useFormContext<EngagementLog>();
  const marking = useWatch({ control: form.control, name: "marking" });
  const { value, onChange } = useLogField("attachments");
  return (
    <AttachmentPlace
      count={value.length}
      marking={marking}
      level={3}
      // Others may have been attached while these were being read.
      onAttach={(files) => onChange([...form.getValues("attachments"), ...files])}
    >
      <AttachmentList
        files={value}
        onMark={({ id }, next) =>
          onChange(value.map((file) => (file.id === id ? { ...file, marking: next } : file)))
        }
        onRemove={({ id }) => onChange(value.filter((file) => file.id !== id))}
      />
    </AttachmentPlace>
  );
}
