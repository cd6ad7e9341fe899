-- CreateEnum
CREATE TYPE "MediaKind" AS ENUM ('image', 'video', 'audio');

-- CreateEnum
CREATE TYPE "MediaOrigin" AS ENUM ('upload', 'link', 'fix', 'frame', 'clip');

-- CreateEnum
CREATE TYPE "AssetLibrary" AS ENUM ('full', 'sp');

-- CreateEnum
CREATE TYPE "AssetStatus" AS ENUM ('submitting', 'in_review', 'active', 'rejected', 'failed', 'expired', 'unconfirmed');

-- AlterEnum
ALTER TYPE "TaskStatus" ADD VALUE 'waiting';

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "sound" BOOLEAN,
ADD COLUMN     "thumbhash" TEXT;

-- CreateTable
CREATE TABLE "media" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "kind" "MediaKind" NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "duration" DOUBLE PRECISION,
    "fps" DOUBLE PRECISION,
    "codec" TEXT,
    "sound" BOOLEAN,
    "thumb_key" TEXT,
    "thumbhash" TEXT,
    "origin" "MediaOrigin" NOT NULL,
    "source_id" UUID,
    "task_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "link_url" TEXT,
    "link_expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_media" (
    "task_id" UUID NOT NULL,
    "media_id" UUID NOT NULL,

    CONSTRAINT "task_media_pkey" PRIMARY KEY ("task_id","media_id")
);

-- CreateTable
CREATE TABLE "asset" (
    "id" UUID NOT NULL,
    "media_id" UUID NOT NULL,
    "library" "AssetLibrary" NOT NULL,
    "real_person" BOOLEAN NOT NULL DEFAULT false,
    "status" "AssetStatus" NOT NULL,
    "gateway_asset_id" TEXT,
    "asset_ref" TEXT,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "reviewed_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "secret_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "media_sha256_key" ON "media"("sha256");

-- CreateIndex
CREATE INDEX "media_created_at_id_idx" ON "media"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "media_task_id_idx" ON "media"("task_id");

-- CreateIndex
CREATE INDEX "task_media_media_id_idx" ON "task_media"("media_id");

-- CreateIndex
CREATE INDEX "asset_due_at_idx" ON "asset"("due_at");

-- CreateIndex
CREATE INDEX "asset_gateway_asset_id_idx" ON "asset"("gateway_asset_id");

-- CreateIndex
CREATE UNIQUE INDEX "asset_media_id_library_key" ON "asset"("media_id", "library");

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_media" ADD CONSTRAINT "task_media_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_media" ADD CONSTRAINT "task_media_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset" ADD CONSTRAINT "asset_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE CASCADE ON UPDATE CASCADE;
