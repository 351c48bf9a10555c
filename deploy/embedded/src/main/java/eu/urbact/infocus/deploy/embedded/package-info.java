/**
 * The servers that the platform stands on, started for real from Maven artifacts: PostgreSQL, Kafka, Keycloak and an
 * SMTP server. It exists so that every test and the local platform talk to the servers they will meet in production,
 * on a machine that has a JDK and nothing else.
 */
package eu.urbact.infocus.deploy.embedded;
