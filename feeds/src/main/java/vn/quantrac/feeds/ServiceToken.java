package vn.quantrac.feeds;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import java.time.Duration;
import java.util.function.Supplier;

/** The access token of a service's own account, renewed when it is about to expire; for services that follow feeds. */
public final class ServiceToken implements Supplier<String> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final OidcClient client;
    private final TokensHelper tokens = new TokensHelper();

    public ServiceToken(OidcClient client) {
        this.client = client;
    }

    @Override
    public String get() {
        return tokens.getTokens(client).await().atMost(PATIENCE).getAccessToken();
    }
}
