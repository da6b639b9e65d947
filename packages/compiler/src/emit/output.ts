/** A file to write, its path relative to the package. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}
