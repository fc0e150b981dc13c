/** The few calls made on the log, so that the core does not know which library writes it. */
export interface Log {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

const nothing = (): void => undefined

/** For commands and tests, which say what they have to say in another way. */
export const silentLog: Log = { info: nothing, warn: nothing, error: nothing }
