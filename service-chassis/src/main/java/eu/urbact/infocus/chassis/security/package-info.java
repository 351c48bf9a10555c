/**
 * Who is calling, and for which city. City rights come from organization membership alone, never from a role.
 */
package eu.urbact.infocus.chassis.security;
