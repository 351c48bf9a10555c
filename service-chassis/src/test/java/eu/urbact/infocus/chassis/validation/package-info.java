/** What people type, checked by the constraints. */
package eu.urbact.infocus.chassis.validation;
