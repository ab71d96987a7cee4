package vn.quantrac.registry.repeat;

import java.util.regex.Pattern;
import vn.quantrac.registry.problem.Problems;

/** What a caller names a request by, to be able to send it again. Only its hash is ever kept. */
public final class IdempotencyKey {
    private static final Pattern KEY = Pattern.compile("[!-~]{8,200}");

    private final String key;
    private final String owner;

    private IdempotencyKey(String key, String owner) {
        this.key = key;
        this.owner = owner;
    }

    /**
     * @param header as it was sent, or null
     * @param owner whose key it is: keys of others are other keys
     */
    public static IdempotencyKey of(String header, String owner) {
        if (header != null && !KEY.matcher(header).matches()) {
            throw Problems.bad("Idempotency-Key", "must be 8 to 200 visible characters, such as a UUID");
        }
        return new IdempotencyKey(header, owner);
    }

    boolean isAbsent() {
        return key == null;
    }

    String sha256() {
        return Hashes.sha256(owner + "\n" + key);
    }

    /** A secret that only who has the key and the salt can make again. */
    public String secret(String salt) {
        return Hashes.hmac(salt, key == null ? "" : key);
    }
}
