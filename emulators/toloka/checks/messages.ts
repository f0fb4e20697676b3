const MESSAGES: { readonly [code: string]: string } = {
  ARRAY_EXPECTED: "Value must be an array",
  BLANK_STRING_NOT_ALLOWED: "Value must not be blank",
  BOOLEAN_EXPECTED: "Value must be a boolean",
  EMPTY_OBJECT_NOT_ALLOWED: "Value must not be an empty object",
  ENTITY_ACCESS_DENIED: "Access to the entity is denied",
  ENTITY_DOES_NOT_EXIST: "Entity does not exist",
  FLOAT_EXPECTED: "Value must be a number",
  INTEGER_EXPECTED: "Value must be an integer",
  INVALID_COORDINATES_SYNTAX: "Value must be in valid coordinates format",
  INVALID_DATE_TIME_SYNTAX: "Value must be in valid date-time format",
  INVALID_REGEX_SYNTAX: "Value must be a valid regular expression",
  INVALID_URL_SYNTAX: "Value must be in valid url format",
  INVALID_VALUE: "Value is not allowed",
  JSON_EXPECTED: "Value must be a valid json",
  MAX_ONE_PROPERTY_ALLOWED: "Only one property is allowed",
  NOT_NULL_BODY: "Body must not be null",
  OBJECT_EXPECTED: "Value must be an object",
  PATTERN_MISMATCH: "Value does not match the pattern",
  SIMPLE_VALUE_EXPECTED: "Value must not be an object or an array",
  STRING_EXPECTED: "Value must be a string",
  UNKNOWN_ENUM_VALUE: "Unknown enum value",
  UUID_EXPECTED: "Value must be a valid uuid",
  VALUE_NOT_ALLOWED: "Unknown field name",
  VALUE_REQUIRED: "Value must be present and not equal to null",
};

const BOUND_MESSAGES: { readonly [code: string]: string } = {
  ARRAY_SIZE_GREATER_THAN_MAX: "Array size must be less or equal to",
  ARRAY_SIZE_LESS_THAN_MIN: "Array size must be greater or equal to",
  OBJECT_SIZE_BYTES_GREATER_THAN_MAX: "Object size must be less or equal to",
  STRING_LENGTH_GREATER_THAN_MAX: "String length must be less or equal to",
  STRING_LENGTH_LESS_THAN_MIN: "String length must be greater or equal to",
  VALUE_GREATER_THAN_MAX: "Value must be less or equal to",
  VALUE_LESS_THAN_MIN: "Value must be greater or equal to",
};

/** Toloka's text for a field code; codes with a bound name it. */
export function messageOf(code: string, params: readonly unknown[] = []): string {
  const bound = BOUND_MESSAGES[code];
  return bound === undefined ? (MESSAGES[code] ?? code) : `${bound} ${params.join(", ")}`;
}
