/** Looking at mails before they are sent. */
package eu.urbact.infocus.notification.template.rest;
