package eu.urbact.infocus.chassis.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** Runs a {@code @QuarkusTest} on a real PostgreSQL and a real Kafka, with {@link TestTokens} accepted as bearer tokens. */
@WithTestResource(value = EmbeddedServersResource.class, scope = TestResourceScope.GLOBAL)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithEmbeddedServers {}
