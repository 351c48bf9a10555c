/** Tests of what the law asks. */
package eu.urbact.infocus.registration.privacy;
