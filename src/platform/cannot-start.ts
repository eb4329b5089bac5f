/** Something only the person at the machine can mend. The message is one line and names the mend. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
