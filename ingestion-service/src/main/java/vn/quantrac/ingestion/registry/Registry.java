package vn.quantrac.ingestion.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** What intake knows of the registry, in memory. */
@ApplicationScoped
public class Registry {
    private final Jdbi jdbi;
    private final RegistryEntries entries;
    private long newest;
    private volatile RegistrySnapshot current;

    Registry(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.entries = new RegistryEntries(json);
        this.current = new RegistrySnapshot(entries);
    }

    public RegistrySnapshot current() {
        return current;
    }

    /** Takes in what this or another replica has committed since; cheap when there is nothing. */
    synchronized void refresh() {
        long before = newest;
        newest = jdbi.withHandle(handle -> RegistryCopy.readInto(entries, handle, before));
        if (newest != before) {
            current = new RegistrySnapshot(entries);
        }
    }
}
