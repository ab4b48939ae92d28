// The package ships no declarations; this is the part of it that is used.
declare module 'asl-validator' {
  interface Options {
    readonly checkPaths: boolean;
    readonly checkArn: boolean;
  }
  interface Result {
    readonly isValid: boolean;
    readonly errors: readonly { readonly Message: string; readonly path?: string }[];
    readonly errorsText: (separator?: string) => string;
  }
  const validate: (definition: object, options: Options) => Result;
  export = validate;
}
