// One choice of a select, combo box, radio group or menu.

export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** A second, muted line of words. */
  readonly detail?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}
