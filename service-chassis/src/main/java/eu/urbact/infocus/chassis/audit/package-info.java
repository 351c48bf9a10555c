/**
 * Who did what, when and to which object. No personal values: the trail must survive an erasure.
 */
package eu.urbact.infocus.chassis.audit;
