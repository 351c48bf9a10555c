/** Tests of the strict reader. */
package eu.urbact.infocus.chassis.yaml;
