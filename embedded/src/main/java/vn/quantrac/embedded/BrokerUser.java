package vn.quantrac.embedded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;

/** The only user of the broker, allowed everything on it. */
record BrokerUser(String name, String password) implements ActiveMQSecurityManager5 {
    @Override
    public Subject authenticate(String user, String secret, RemotingConnection connection, String domain) {
        return validateUser(user, secret)
                ? new Subject(true, Set.of(new UserPrincipal(name)), Set.of(), Set.of())
                : null;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType action, String address) {
        return subject != null && subject.getPrincipals(UserPrincipal.class).contains(new UserPrincipal(name));
    }

    @Override
    public boolean validateUser(String user, String secret) {
        return user != null
                && secret != null
                && name.equals(user)
                && MessageDigest.isEqual(bytes(password), bytes(secret));
    }

    @Override
    public boolean validateUserAndRole(String user, String secret, Set<Role> roles, CheckType action) {
        return validateUser(user, secret);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "BrokerUser[" + name + "]";
    }
}
