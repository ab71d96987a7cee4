package vn.quantrac.compliance;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import vn.quantrac.embedded.BrokerTestResource;
import vn.quantrac.embedded.KeycloakTestResource;
import vn.quantrac.embedded.PostgresTestResource;
import vn.quantrac.feeds.FeedsTestResource;

/** What every test of the service runs on; stated once, so that it starts once. */
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(BrokerTestResource.class)
@QuarkusTestResource(
        value = KeycloakTestResource.class,
        initArgs = @ResourceArg(name = "client", value = "compliance-service"))
@QuarkusTestResource(FeedsTestResource.class)
final class RealParts {
    private RealParts() {}
}
