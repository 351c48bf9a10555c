/** Tests of the tables. */
package eu.urbact.infocus.chassis.table;
