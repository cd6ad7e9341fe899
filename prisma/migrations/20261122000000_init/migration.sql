-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "TaskStatus" AS ENUM ('submitting', 'queued', 'processing', 'completed', 'failed', 'unconfirmed');

-- CreateEnum
CREATE TYPE "ArchiveStatus" AS ENUM ('none', 'pending', 'saved', 'lost');

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "take_group" UUID,
    "model" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "prompt" TEXT NOT NULL,
    "warnings" JSONB NOT NULL,
    "title" TEXT,
    "favourite" BOOLEAN NOT NULL DEFAULT false,
    "hidden_at" TIMESTAMPTZ(3),
    "status" "TaskStatus" NOT NULL,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "gateway_task_id" TEXT,
    "failure" JSONB,
    "doubt" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "processing_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "estimate" DECIMAL(14,6),
    "actual" DECIMAL(14,6),
    "spend_before" DECIMAL(14,6),
    "link_url" TEXT,
    "link_expires_at" TIMESTAMPTZ(3),
    "archive" "ArchiveStatus" NOT NULL DEFAULT 'none',
    "saved_at" TIMESTAMPTZ(3),
    "video_key" TEXT,
    "poster_key" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "duration" DOUBLE PRECISION,
    "bytes" BIGINT,
    "sha256" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "task_idempotency_key_key" ON "task"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "task_gateway_task_id_key" ON "task"("gateway_task_id");

-- CreateIndex
CREATE INDEX "task_created_at_id_idx" ON "task"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "task_due_at_idx" ON "task"("due_at");

-- CreateIndex
CREATE INDEX "task_model_completed_at_idx" ON "task"("model", "completed_at");

-- CreateIndex
CREATE INDEX "task_take_group_idx" ON "task"("take_group");
