package vn.quantrac.ingestion.mqtt;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import vn.quantrac.ingestion.intake.Intake;

/** What every connection needs of the service behind the door. */
record Behind(Intake intake, CommandDelivery commands, Clock clock, ObjectMapper json) {}
