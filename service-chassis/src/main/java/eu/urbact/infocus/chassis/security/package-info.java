/**
 * Who is calling, and for which city. City rights come from organization membership alone, never from a role. Where nobody can do anything without
 * a token, it is asked for before all else.
 */
package eu.urbact.infocus.chassis.security;
