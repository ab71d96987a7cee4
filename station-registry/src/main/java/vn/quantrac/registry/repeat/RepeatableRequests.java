package vn.quantrac.registry.repeat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import vn.quantrac.registry.problem.Problems;
import vn.quantrac.registry.writing.Writing;

/**
 * Requests that do something once, however often they are sent with one {@code Idempotency-Key}: the answer is kept
 * in the transaction of what was done, for a day.
 */
@ApplicationScoped
public class RepeatableRequests {
    private final Writing writing;
    private final ObjectMapper json;

    RepeatableRequests(Writing writing, ObjectMapper json) {
        this.writing = writing;
        this.json = json;
    }

    /**
     * An answer, and a random text of 256 bits that is the same whenever the request is repeated.
     *
     * @param answer without secrets, for it is kept
     */
    public record Answered(ObjectNode answer, String salt) {}

    /**
     * Does what is asked, or answers as before.
     *
     * @param request tells this request from others with the same key
     * @param work is given the salt and gives the answer
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when the key was used for another request
     */
    public Uni<Answered> once(IdempotencyKey key, String request, Function<String, Uni<ObjectNode>> work) {
        if (key.isAbsent()) {
            String salt = Hashes.random();
            return work.apply(salt).map(answer -> new Answered(answer, salt));
        }
        return writing.alone(() -> Panache.getSession().chain(session -> known(session, key, request)
                .chain(known -> known != null ? Uni.createFrom().item(known) : first(session, key, request, work))));
    }

    private Uni<Answered> known(Mutiny.Session session, IdempotencyKey key, String request) {
        return session.createNativeQuery(
                        "select request_sha256, salt, answer from repeatable_request"
                                + " where key_sha256 = ?1 and recorded_at > clock_timestamp() - interval '1 day'",
                        Object[].class)
                .setParameter(1, key.sha256())
                .getSingleResultOrNull()
                .map(row -> {
                    if (row != null && !Hashes.sha256(request).equals(row[0])) {
                        throw Problems.keyReused();
                    }
                    return row == null ? null : new Answered(read((String) row[2]), (String) row[1]);
                });
    }

    private Uni<Answered> first(
            Mutiny.Session session, IdempotencyKey key, String request, Function<String, Uni<ObjectNode>> work) {
        String salt = Hashes.random();
        return work.apply(salt)
                .call(answer -> session.createNativeQuery(
                                "delete from repeatable_request where recorded_at <= clock_timestamp() - interval '1 day'")
                        .executeUpdate())
                .call(answer -> session.createNativeQuery(
                                "insert into repeatable_request (key_sha256, request_sha256, salt, answer)"
                                        + " values (?1, ?2, ?3, ?4)")
                        .setParameter(1, key.sha256())
                        .setParameter(2, Hashes.sha256(request))
                        .setParameter(3, salt)
                        .setParameter(4, answer.toString())
                        .executeUpdate())
                .map(answer -> new Answered(answer, salt));
    }

    private ObjectNode read(String answer) {
        try {
            return (ObjectNode) json.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
