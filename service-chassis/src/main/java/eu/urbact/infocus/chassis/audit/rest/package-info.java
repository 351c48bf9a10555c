/**
 * Reading the audit trail.
 */
package eu.urbact.infocus.chassis.audit.rest;
