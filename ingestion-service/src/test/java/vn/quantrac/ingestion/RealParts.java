package vn.quantrac.ingestion;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.quantrac.embedded.BrokerTestResource;
import vn.quantrac.embedded.KeycloakTestResource;
import vn.quantrac.embedded.PostgresTestResource;

/** A real PostgreSQL, broker and Keycloak, a registry that serves {@link RegistryFixture}, and MQTT over TLS. */
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(BrokerTestResource.class)
@QuarkusTestResource(
        value = KeycloakTestResource.class,
        initArgs = @ResourceArg(name = "client", value = "ingestion-service"))
@QuarkusTestResource(RegistryTestResource.class)
@QuarkusTestResource(DoorCertificateResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface RealParts {}
