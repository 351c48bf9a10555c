/** Tests of what the audit trail is told. */
package eu.urbact.infocus.chassis.audit;
