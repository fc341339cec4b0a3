// What makes a drop zone take files, and nothing else that may be dragged.
import { type DropZoneProps, isFileDropItem } from "react-aria-components";

/** `take` gets an empty list where what was dropped holds no file. */
export function fileDropTarget(
  take: (files: readonly File[]) => unknown,
): Required<Pick<DropZoneProps, "getDropOperation" | "onDrop">> {
  return {
    getDropOperation: () => "copy",
    onDrop: ({ items }) => {
      const dropped = items.filter(isFileDropItem);
      void Promise.all(dropped.map((item) => item.getFile())).then(take);
    },
  };
}
