// A template: a choice of sections with a name, from which a person may depart.

export interface Template {
  /** Its name stands in locales under `report.template.<id>`, what it is for under `report.template.<id>.hint`. */
  readonly id: string;
  readonly sections: readonly string[];
  readonly brief: boolean;
}
