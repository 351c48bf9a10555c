/** Tests of the own data. */
package eu.urbact.infocus.registration.owndata;
