/**
 * The technical parts that every service has, so that a service holds only its business. No class in here
 * knows a business word, and none knows a service.
 */
package eu.urbact.infocus.chassis;
