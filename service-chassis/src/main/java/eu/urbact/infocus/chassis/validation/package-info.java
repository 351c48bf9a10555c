/**
 * Constraints on text that people type, so that names are names and no links, nothing that spreadsheets, mails or terminals would act on
 * gets in, and what is published holds nobody's mail address or telephone number.
 */
package eu.urbact.infocus.chassis.validation;
