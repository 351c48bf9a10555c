/** Tests of what things are told apart by. */
package eu.urbact.infocus.chassis.identity;
