/**
 * Constraints on text that people type, so that names are names and nothing that spreadsheets, mails or
 * terminals would act on gets in.
 */
package eu.urbact.infocus.chassis.validation;
