package vn.quantrac.ingestion.adjustment;

/**
 * A piece of evidence that is kept elsewhere, such as a calibration record.
 *
 * @param sha256 of its content, in hexadecimal: whoever fetches it can tell whether it is still the same
 */
public record Attachment(String name, String uri, String sha256) {}
