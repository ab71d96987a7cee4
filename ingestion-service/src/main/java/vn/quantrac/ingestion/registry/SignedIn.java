package vn.quantrac.ingestion.registry;

/**
 * Whose logger somebody is, and by what.
 *
 * @param station the code of the station
 * @param credential the id of the credential that was shown
 */
public record SignedIn(String station, String credential) {}
