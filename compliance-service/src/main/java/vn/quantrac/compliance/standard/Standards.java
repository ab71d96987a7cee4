package vn.quantrac.compliance.standard;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** The regulations as the database holds them. */
@ApplicationScoped
public class Standards {
    private static final String FINGERPRINT = """
            select md5(string_agg(line, '|' order by line)) from (
                select row_to_json(s)::text as line from standard_version s
                union all select row_to_json(l)::text from limit_value l
                union all select row_to_json(c)::text from coefficient c) figures""";

    private volatile Regulations regulations;

    /** Read once: only a migration, and so a new process, changes them. */
    Regulations regulations(Handle handle) {
        Regulations known = regulations;
        if (known == null) {
            known = Regulations.read(handle);
            regulations = known;
        }
        return known;
    }

    /**
     * Whether a migration has changed a figure since everything was judged; says so once, to the caller that will judge
     * again in this transaction.
     */
    public boolean changed(Handle handle) {
        String now = handle.createQuery(FINGERPRINT).mapTo(String.class).one();
        boolean changed = handle.createUpdate(
                                "update judged_figures set fingerprint = :now where fingerprint is distinct from :now")
                        .bind("now", now)
                        .execute()
                > 0;
        if (changed) {
            regulations = Regulations.read(handle);
        }
        return changed;
    }
}
