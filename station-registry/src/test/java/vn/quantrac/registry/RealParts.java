package vn.quantrac.registry;

import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.quantrac.embedded.BrokerTestResource;
import vn.quantrac.embedded.KeycloakTestResource;
import vn.quantrac.embedded.PostgresTestResource;

/** A real PostgreSQL, broker and Keycloak. */
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(BrokerTestResource.class)
@QuarkusTestResource(KeycloakTestResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface RealParts {}
